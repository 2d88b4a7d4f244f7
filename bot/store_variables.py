"""The variables that say how an object store is reached, by the names that AWS's own tools know."""

from __future__ import annotations

ENDPOINTS = ("AWS_ENDPOINT_URL_S3", "AWS_ENDPOINT_URL", "AWS_ENDPOINT")
READ = (
    *ENDPOINTS,
    "AWS_ACCESS_KEY_ID",
    "AWS_SECRET_ACCESS_KEY",
    "AWS_SESSION_TOKEN",
    "AWS_REGION",
    "AWS_DEFAULT_REGION",
)
"""What is taken from `.env` too; all else that the store's library knows it reads from the environment itself."""
