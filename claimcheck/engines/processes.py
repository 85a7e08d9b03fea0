"""Several processes of this machine: items go out in chunks, rows come back, results keep the order of the items.

Each worker has a pipe of its own, so that it is known whose work is lost when one dies (killed, out of memory): the
chunk is run again by a new worker; if that one dies too, each item of it alone; an item that kills its worker even then
is given up and said (`Recipe.lost`). Workers end when the pipe to this process does, however this process ends.
"""

from __future__ import annotations

import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import TYPE_CHECKING, Generic, TypeVar

from claimcheck.engines.engine import Engine, Recipe

if TYPE_CHECKING:  # slow to import: where there are processes
    from multiprocessing.connection import Connection
    from multiprocessing.context import SpawnProcess

T = TypeVar("T")
R = TypeVar("R")
CHUNK = 8  # items: about 20 ms of work
AHEAD = 4  # chunks for each worker that may be under way or wait for their turn: the bound of memory
STILLBORN = 3  # workers in a row that die before they are ready: something is wrong with all of them


def run(recipe: Recipe[T, R], items: Iterable[T], *, jobs: int) -> Iterator[R]:
    """Results in the order of the items. What a worker raises is raised here; every worker ends with the iterator."""
    pool: _Pool[T, R] = _Pool(recipe, jobs)
    rest = iter(items)
    waiting: deque[_Chunk[T, R]] = deque()
    try:
        while True:
            while len(waiting) < jobs * AHEAD and (chunk := list(islice(rest, CHUNK))):
                waiting.append(pool.add(chunk))
                pool.turn(patient=False)
            if not waiting:
                return
            while waiting[0].missing:
                pool.turn(patient=True)
            for made in waiting.popleft().results:
                pool.turn(patient=False)  # no worker waits for whoever uses the results
                yield made
    finally:
        pool.end()


@dataclass(slots=True)
class _Chunk(Generic[T, R]):
    """Items that were read together; results come in any order."""

    results: list[R]
    missing: int


@dataclass(slots=True)
class _Task(Generic[T, R]):
    """Items of a chunk, from one of its places on, for one worker."""

    chunk: _Chunk[T, R]
    at: int
    items: Sequence[T]
    deaths: int = 0  # of the workers that had it

    def done(self, results: Sequence[R]) -> None:
        """Put results in their places."""
        self.chunk.results[self.at : self.at + len(results)] = results
        self.chunk.missing -= len(results)


@dataclass(slots=True, eq=False)
class _Worker(Generic[T, R]):
    process: SpawnProcess
    pipe: Connection
    ready: bool = False
    task: _Task[T, R] | None = None


@dataclass(slots=True)
class _Pool(Generic[T, R]):
    """The workers and what is to be done; a worker is started when there is work for it."""

    recipe: Recipe[T, R]
    jobs: int
    todo: deque[_Task[T, R]] = field(default_factory=deque)
    workers: list[_Worker[T, R]] = field(default_factory=list)
    stillborn: int = 0

    def add(self, items: Sequence[T]) -> _Chunk[T, R]:
        """Ask for the results of these items."""
        chunk: _Chunk[T, R] = _Chunk([None] * len(items), len(items))  # type: ignore[list-item]  # until it is done
        self.todo.append(_Task(chunk, 0, items))
        return chunk

    def turn(self, *, patient: bool) -> None:
        """Hand out work and take what is ready; patient: wait until there is something."""
        from multiprocessing.connection import wait

        self._hand_out()
        for pipe in wait([worker.pipe for worker in self.workers], None if patient else 0):
            self._take(next(worker for worker in self.workers if worker.pipe is pipe))
        self._hand_out()

    def end(self) -> None:
        """End every worker at once; nothing that is under way is wanted any more."""
        for worker in self.workers:
            worker.process.kill()
        for worker in self.workers:
            worker.process.join()
            worker.pipe.close()
        self.workers.clear()

    def _hand_out(self) -> None:
        idle = [worker for worker in self.workers if worker.ready and not worker.task]
        while self.todo and idle:
            worker = idle.pop()
            worker.task = self.todo.popleft()
            try:
                worker.pipe.send(worker.task.items)
            except OSError:
                self._bury(worker)
        starting = sum(not worker.ready for worker in self.workers)
        for _ in range(min(len(self.todo) - starting, self.jobs - len(self.workers))):
            self.workers.append(_start(self.recipe))

    def _take(self, worker: _Worker[T, R]) -> None:
        """What a worker has to say: None first, when it is ready; then rows for its task, or what it failed on."""
        try:
            said = worker.pipe.recv()
        except (EOFError, OSError):
            self._bury(worker)
            return
        if isinstance(said, Exception):
            raise said
        task, worker.task = worker.task, None
        if task is None:
            worker.ready, self.stillborn = True, 0
        else:
            task.done([self.recipe.unpack(item, row) for item, row in zip(task.items, said, strict=True)])

    def _bury(self, worker: _Worker[T, R]) -> None:
        """A worker has died: see to its work."""
        self.workers.remove(worker)
        worker.process.kill()
        worker.process.join()
        worker.pipe.close()
        if not worker.ready:
            self.stillborn += 1
            if self.stillborn == STILLBORN:
                raise RuntimeError(f"worker processes end before they begin (exit code {worker.process.exitcode})")
        if not (task := worker.task):
            return
        task.deaths += 1
        if task.deaths == 1:
            self.todo.appendleft(task)
        elif len(task.items) > 1:
            alone = [_Task(task.chunk, task.at + n, [item], deaths=1) for n, item in enumerate(task.items)]
            self.todo.extendleft(reversed(alone))
        else:
            task.done([self.recipe.lost(task.items[0])])


def _start(recipe: Recipe[T, R]) -> _Worker[T, R]:
    """A new process. Ctrl-C is for us alone to hear: the worker inherits that it is blocked."""
    from multiprocessing import get_context

    spawn = get_context("spawn")
    ours, theirs = spawn.Pipe()
    process = spawn.Process(target=_serve, args=(theirs, recipe), daemon=True)
    mask = getattr(signal, "pthread_sigmask", None)  # not on Windows
    before = mask(signal.SIG_BLOCK, {signal.SIGINT}) if mask else ()
    try:
        process.start()
    finally:
        if mask:
            mask(signal.SIG_SETMASK, before)
    theirs.close()
    return _Worker(process, ours)


def _serve(pipe: Connection, recipe: Recipe[T, R]) -> None:
    """The life of a worker: build once, then chunk by chunk until the pipe ends."""
    try:
        work: Callable[[T], R] = recipe.build()
        pipe.send(None)
        while True:
            pipe.send([recipe.pack(work(item)) for item in pipe.recv()])
    except (EOFError, BrokenPipeError, ConnectionResetError):
        return  # the other end is gone
    except Exception as error:  # told to whoever asked
        pipe.send(error)


ENGINE = Engine(id="processes", summary="several processes of this machine (--jobs N)", map=run)
