"""Whether a folder is on another machine. SQLite cannot tell, and what is shared over a network is not safe there."""

from pathlib import Path

# File systems over which memory is not shared between machines, as Linux names them.
_NETWORK = frozenset(
    ("nfs", "nfs4", "cifs", "smb3", "smbfs", "9p", "afs", "ceph", "glusterfs", "lustre", "ncpfs", "fuse.sshfs")
)
_MOUNTS = Path("/proc/self/mounts")


def network_folder(path: Path) -> str | None:
    """The name of the network file system that a path is on, or None; None too on systems that do not tell."""
    try:
        table = _MOUNTS.read_text(encoding="utf-8", errors="surrogateescape")
        return network_type(table, str(path.resolve()))
    except (OSError, RuntimeError):
        return None


def network_type(mounts: str, path: str) -> str | None:
    """The same, of a table of mounts in the form of /proc/mounts, and an absolute path. Pure."""
    best, kind = "", ""
    for line in mounts.splitlines():
        _, point, name, *_ = [*line.split(" "), "", "", ""]
        # Spaces, tabs, line breaks and backslashes stand there as octal numbers.
        for code, character in ((r"\040", " "), (r"\011", "\t"), (r"\012", "\n"), (r"\134", "\\")):
            point = point.replace(code, character)
        inside = path == point or path.startswith(point.rstrip("/") + "/")
        # Of two mounts at one point the later one is seen.
        if inside and len(point) >= len(best):
            best, kind = point, name
    return kind if kind in _NETWORK else None
