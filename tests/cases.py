"""Tables of cases as one test: by themselves hundreds of small tests take longer than what they look at."""

import inspect
from collections.abc import Callable, Iterable, Sequence
from functools import wraps
from typing import Any


def for_each(names: str | Sequence[str], cases: Iterable[Any]) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """As `pytest.mark.parametrize`, all in one test, which goes through every case and tells of all that fail."""
    arguments = (names,) if isinstance(names, str) else tuple(names)
    table = [dict(zip(arguments, (case,) if isinstance(names, str) else case, strict=True)) for case in cases]
    assert table, "there is no case"

    def of_all(test: Callable[..., None]) -> Callable[..., None]:
        @wraps(test)
        def tested(*self: Any, **fixtures: Any) -> None:
            failures = [failure for case in table if (failure := _failure(test, self, case, fixtures))]
            if failures:
                raise ExceptionGroup(f"{len(failures)} of {len(table)} cases", failures)

        signature = inspect.signature(test)
        others = [each for name, each in signature.parameters.items() if name not in arguments]
        assert len(others) == len(signature.parameters) - len(arguments), "an argument has no parameter"
        vars(tested).update(__signature__=signature.replace(parameters=others))
        return tested

    return of_all


def _failure(
    test: Callable[..., None], self: Sequence[Any], case: dict[str, Any], fixtures: dict[str, Any]
) -> Exception | None:
    try:
        test(*self, **case, **fixtures)
    except Exception as failure:
        failure.add_note(f"where {', '.join(f'{name} is {value!r}' for name, value in case.items())}")
        return failure
    return None
