"""Folders that a service copies between computers are recognised; others are not."""

from __future__ import annotations

import pytest

from wrapplanner.storage.synced import synced_by


@pytest.mark.parametrize(
    ("folder", "service"),
    [
        ("OneDrive/plans", "OneDrive"),
        ("OneDrive - Some Trust/Documents/x", "OneDrive"),
        ("Library/CloudStorage/OneDrive-Personal/x", "OneDrive"),
        ("Dropbox/x", "Dropbox"),
        ("Dropbox (Personal)", "Dropbox"),
        ("Library/Mobile Documents/com~apple~CloudDocs/x", "iCloud"),
        ("iCloudDrive/x", "iCloud"),
        ("Library/CloudStorage/GoogleDrive-a@b.c/My Drive", "Google Drive"),
        ("Google Drive/x", "Google Drive"),
        ("Nextcloud/x", "Nextcloud"),
        ("Documents/dropboxes", ""),
        ("Documents/my onedrive notes", ""),
        (".local/share/wrapplanner", ""),
    ],
)
def test_a_folder_is_known_by_its_name(tmp_path, folder, service):
    assert synced_by(tmp_path / folder, {}) == service


@pytest.mark.parametrize(
    ("left", "service"), [(".dropbox", "Dropbox"), (".sync_ab12.db", "Nextcloud"), (".nextcloudsync.log", "Nextcloud")]
)
def test_a_folder_is_known_by_what_lies_in_it(tmp_path, left, service):
    folder = tmp_path / "mine" / "plans"
    folder.mkdir(parents=True)
    assert synced_by(folder, {}) == ""
    (tmp_path / "mine" / left).touch()
    assert synced_by(folder, {}) == service


def test_windows_says_where_onedrive_is(tmp_path):
    assert synced_by(tmp_path / "cloud" / "plans", {"OneDriveCommercial": str(tmp_path / "cloud")}) == "OneDrive"
    assert synced_by(tmp_path / "plans", {"OneDrive": str(tmp_path / "cloud")}) == ""
