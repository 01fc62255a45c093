"""Snapshots that are text: one file each, to be read as a reader sees it."""

from syrupy.extensions.single_file import SingleFileSnapshotExtension, WriteMode
from syrupy.types import PropertyFilter, PropertyMatcher, SerializableData, SerializedData


class TextExtension(SingleFileSnapshotExtension):
    """One text file a snapshot; escape codes are written as ␛."""

    file_extension = "txt"
    _write_mode = WriteMode.TEXT

    def serialize(
        self,
        data: SerializableData,
        *,
        exclude: PropertyFilter | None = None,
        include: PropertyFilter | None = None,
        matcher: PropertyMatcher | None = None,
    ) -> SerializedData:
        return str(data).replace("\x1b", "␛")
