"""What all errors of the library are."""

from __future__ import annotations


class KnownError(Exception):
    """Something could not be done; the message says what and what to do, for the user to read.

    Each argument is a line of its own.
    """

    @property
    def lines(self) -> tuple[str, ...]:
        """The message, line by line."""
        return tuple(map(str, self.args))

    def __str__(self) -> str:
        return "\n".join(self.lines)

    def __reduce__(self) -> tuple[object, ...]:
        return _remade, (type(self), self.args, self.__dict__)


class ValueRefusedError(KnownError, ValueError):
    """A field or an argument cannot have a value, or there is no such field; the message names both."""


class UnknownNameError(KnownError, KeyError, ValueError):
    """There is nothing of this name, such as a form, a question or a code; the message names the nearest."""


def _remade(
    cls: type[KnownError], args: tuple[object, ...], state: dict[str, object]
) -> KnownError:
    """An error from a copy or another process, whatever its class is made of."""
    error = cls.__new__(cls, *args)
    error.args = args
    error.__dict__.update(state)
    return error
