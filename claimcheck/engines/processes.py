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
from typing import TYPE_CHECKING, Any, TypeVar

from claimcheck.engines.engine import CHUNK, Engine, Recipe, over

if TYPE_CHECKING:  # slow to import: where there are processes
    from multiprocessing.connection import Connection
    from multiprocessing.context import SpawnProcess

T = TypeVar("T")
R = TypeVar("R")
AHEAD = 4  # chunks for each worker that may be under way or wait for their turn: the bound of memory
STILLBORN = 3  # workers in a row that die before they are ready: something is wrong with all of them
AnyRecipe = Recipe[Any, Any]


@dataclass(slots=True)
class _Chunk:
    """Items that were read together, and their packed results, which come in any order."""

    items: Sequence[object]
    results: list[object]
    missing: int


@dataclass(slots=True)
class _Task:
    """Items of a chunk, from one of its places on, for one worker."""

    chunk: _Chunk
    at: int
    items: Sequence[object]
    deaths: int = 0  # of the workers that had it

    def done(self, results: Sequence[object]) -> None:
        """Put results in their places."""
        self.chunk.results[self.at : self.at + len(results)] = results
        self.chunk.missing -= len(results)


@dataclass(slots=True, eq=False)
class _Worker:
    process: SpawnProcess
    pipe: Connection
    built: AnyRecipe | None = None  # the recipe that it works by
    building: AnyRecipe | None = None
    task: _Task | None = None

    @property
    def idle(self) -> bool:
        """Whether it waits for something to do."""
        return self.building is None and self.task is None


@dataclass(slots=True)
class Pool:
    """The workers and what is to be done; a worker is started when there is work for it."""

    jobs: int
    recipe: AnyRecipe | None = None
    todo: deque[_Task] = field(default_factory=deque)
    workers: list[_Worker] = field(default_factory=list)
    stillborn: int = 0

    def map(self, recipe: Recipe[T, R], items: Iterable[T]) -> Iterator[R]:
        """Results in the order of the items. What a worker raises is raised here."""
        for made in self._chunks(recipe, items, CHUNK):
            for item, row in zip(made.items, made.results, strict=True):
                self._turn(patient=False)  # no worker waits for whoever uses the results
                yield recipe.unpack(item, row)  # type: ignore[arg-type]  # an item of `items`

    def rows(self, recipe: Recipe[T, R], items: Iterable[T], *, chunk: int = CHUNK) -> Iterator[object]:
        """Packed results in the order of the items."""
        for made in self._chunks(recipe, items, chunk):
            self._turn(patient=False)
            yield from made.results

    def close(self) -> None:
        """End every worker at once; nothing that is under way is wanted any more."""
        for worker in self.workers:
            worker.process.kill()
        for worker in self.workers:
            worker.process.join()
            worker.pipe.close()
        self.workers.clear()
        self.todo.clear()

    def _chunks(self, recipe: Recipe[T, R], items: Iterable[T], size: int) -> Iterator[_Chunk]:
        """Chunks whose results are there, in order. Whoever stops early leaves workers that are busy: they end."""
        self.recipe, self.stillborn = recipe, 0
        rest = iter(items)
        waiting: deque[_Chunk] = deque()
        try:
            while True:
                while len(waiting) < self.jobs * AHEAD and (read := list(islice(rest, size))):
                    waiting.append(_Chunk(read, [None] * len(read), len(read)))
                    self.todo.append(_Task(waiting[-1], 0, read))
                    self._turn(patient=False)
                if not waiting:
                    return
                while waiting[0].missing:
                    self._turn(patient=True)
                yield waiting.popleft()
        finally:
            if waiting or self.todo:
                self.close()

    def _turn(self, *, patient: bool) -> None:
        """Hand out work and take what is ready; patient: wait until there is something."""
        from multiprocessing.connection import wait

        self._hand_out()
        for pipe in wait([worker.pipe for worker in self.workers], None if patient else 0):
            self._take(next(worker for worker in self.workers if worker.pipe is pipe))
        self._hand_out()

    def _hand_out(self) -> None:
        idle = [worker for worker in self.workers if worker.idle]
        while self.todo and idle:
            worker = idle.pop()
            try:
                if worker.built != self.recipe:
                    worker.building = self.recipe
                    worker.pipe.send((self.recipe, None))
                else:
                    worker.task = self.todo.popleft()
                    worker.pipe.send((None, worker.task.items))
            except OSError:
                self._bury(worker)
        starting = sum(worker.building is not None for worker in self.workers)
        for _ in range(min(len(self.todo) - starting, self.jobs - len(self.workers))):
            self.workers.append(_start(self.recipe))

    def _take(self, worker: _Worker) -> None:
        """What a worker has to say: None when it has built a recipe; then rows for its task, or what it failed on."""
        try:
            said = worker.pipe.recv()
        except (EOFError, OSError):
            self._bury(worker)
            return
        if isinstance(said, Exception):
            self.close()
            raise said
        task, worker.task = worker.task, None
        if task is None:
            worker.built, worker.building, self.stillborn = worker.building, None, 0
        else:
            task.done(said)

    def _bury(self, worker: _Worker) -> None:
        """A worker has died: see to its work."""
        self.workers.remove(worker)
        worker.process.kill()
        worker.process.join()
        worker.pipe.close()
        if worker.building:
            self.stillborn += 1
            if self.stillborn == STILLBORN:
                code = worker.process.exitcode
                self.close()
                raise RuntimeError(f"worker processes end before they begin (exit code {code})")
        if not (task := worker.task):
            return
        task.deaths += 1
        if task.deaths == 1:
            self.todo.appendleft(task)
        elif len(task.items) > 1:
            alone = [_Task(task.chunk, task.at + n, [item], deaths=1) for n, item in enumerate(task.items)]
            self.todo.extendleft(reversed(alone))
        elif self.recipe:
            task.done([self.recipe.pack(self.recipe.lost(task.items[0]))])


def _start(recipe: AnyRecipe | None) -> _Worker:
    """A new process. Ctrl-C is for us alone to hear: the worker inherits that it is blocked."""
    from multiprocessing import get_context, resource_tracker

    spawn = get_context("spawn")
    ours, theirs = spawn.Pipe()
    process = spawn.Process(target=_serve, args=(theirs, recipe), daemon=True)
    mask = getattr(signal, "pthread_sigmask", None)  # not on Windows
    if mask:
        resource_tracker.ensure_running()  # which `start` would see to, and unblock the signal again
    before = mask(signal.SIG_BLOCK, {signal.SIGINT}) if mask else ()
    try:
        process.start()
    finally:
        if mask:
            mask(signal.SIG_SETMASK, before)
    theirs.close()
    return _Worker(process, ours, building=recipe)


def _serve(pipe: Connection, recipe: AnyRecipe | None) -> None:
    """The life of a worker: build a recipe, then chunk by chunk until there is another or the pipe ends."""
    work: Callable[[Any], Any] | None = None
    try:
        while True:
            if recipe is not None:
                work = None  # the tables of the recipe before are no longer needed
                work = recipe.build()
                now = recipe
                pipe.send(None)
            recipe, items = pipe.recv()
            if recipe is None and work is not None:
                pipe.send([now.pack(made) for made in over(work, items)])
    except (EOFError, BrokenPipeError, ConnectionResetError):
        return  # the other end is gone
    except Exception as error:  # told to whoever asked
        pipe.send(error)


ENGINE = Engine(id="processes", summary="several processes of this machine (--jobs N)", open=Pool, apart=True)
