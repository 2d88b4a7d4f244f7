"""The database's types, for whoever is handed a connection and has no business with its library."""

from sqlalchemy import Connection, Engine

__all__ = ["Connection", "Engine"]
