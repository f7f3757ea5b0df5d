"""The methods of the Bot API that the sandbox knows, by their names in lower case."""

from sandbox.telegram.methods import answering, card, editing, reading, sending
from sandbox.telegram.methods.method import Method

METHODS: dict[str, Method] = {
    method.name.lower(): method
    for module in (sending, editing, reading, card, answering)
    for method in module.METHODS
}

__all__ = ["METHODS", "Method"]
