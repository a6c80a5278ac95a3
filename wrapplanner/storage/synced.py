"""Whether a folder is one that a cloud service keeps in step between computers.

A plan that is open should not lie in one: two computers may write it at once, and an older file may come back over a newer.
It is recognised by the folder's name, by what the services leave in their folders, and by what Windows says of OneDrive.
"""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Final

_NAMES: Final = (
    (re.compile(r"onedrive( - .+| \(.+\))?", re.IGNORECASE), "OneDrive"),
    (re.compile(r"onedrive-.+", re.IGNORECASE), "OneDrive"),
    (re.compile(r"(\w+ )?dropbox( \(.+\))?", re.IGNORECASE), "Dropbox"),
    (re.compile(r"dropbox-.+", re.IGNORECASE), "Dropbox"),
    (
        re.compile(r"iclouddrive|icloud drive|icloud drive \(archive\)|com~apple~clouddocs|mobile documents", re.IGNORECASE),
        "iCloud",
    ),
    (re.compile(r"google ?drive( \(.+\))?|googledrive-.+|drivefs", re.IGNORECASE), "Google Drive"),
    (re.compile(r"nextcloud\d*|owncloud\d*", re.IGNORECASE), "Nextcloud"),
)
_LEFT: Final = (
    (".dropbox", "Dropbox"),
    (".dropbox.cache", "Dropbox"),
    (".nextcloudsync.log", "Nextcloud"),
    (".owncloudsync.log", "Nextcloud"),
    (".tmp.drivedownload", "Google Drive"),
    (".849C9593-D756-4E56-8D6E-42412F2A707B", "OneDrive"),
)
_LEFT_LIKE: Final = ((".sync_*.db", "Nextcloud"), ("._sync_*.db", "Nextcloud"))
_VARIABLES: Final = ("OneDrive", "OneDriveConsumer", "OneDriveCommercial")


def synced_by(folder: Path, environment: Mapping[str, str] = os.environ) -> str:
    """Return the name of the service that copies a folder, "" where none is recognised. Nothing is read but names."""
    place = folder.absolute()
    roots = [Path(environment[name]) for name in _VARIABLES if environment.get(name)]
    if any(place.is_relative_to(root) for root in roots):
        return "OneDrive"
    for part in (place, *place.parents):
        for pattern, service in _NAMES:
            if pattern.fullmatch(part.name):
                return service
    return next((found for part in place.parents if (found := _left_in(part))), "") or _left_in(place)


def _left_in(folder: Path) -> str:
    if folder == folder.parent:
        return ""
    try:
        for name, service in _LEFT:
            if (folder / name).exists():
                return service
        for like, service in _LEFT_LIKE:
            if next(folder.glob(like), None) is not None:
                return service
    except OSError:
        return ""
    return ""
