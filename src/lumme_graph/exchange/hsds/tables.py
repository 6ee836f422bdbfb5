"""The tables of HSDS 3.0 that are written: their files, their columns, what each must hold.

Names, types and constraints are those of the published specification; its words are not repeated.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final, NamedTuple

_NUMBERS: Final = frozenset(
    {"year_incorporated", "latitude", "longitude", "minimum_age", "maximum_age", "extension"}
)
_FORMATS: Final = {
    "assured_date": "date",
    "last_modified": "datetime",
    "email": "email",
    "assurer_email": "email",
    "website": "uri",
    "url": "uri",
    "term_uri": "uri",
}
_ADDRESSES: Final = frozenset({("organization", "uri"), ("taxonomy", "uri")})
_UNIQUE: Final = frozenset({("taxonomy_term", "code")})
_KINDS_OF_PLACE: Final = ("physical", "postal", "virtual")
_CODES: Final = {
    ("service", "status"): ("active", "inactive", "defunct", "temporarily closed"),
    ("location", "location_type"): _KINDS_OF_PLACE,
    ("address", "address_type"): _KINDS_OF_PLACE,
}


def is_key(column: str) -> bool:
    """Does a column hold the id of a row, its own or another one's?"""
    return column == "id" or (column.endswith("_id") and column != "tax_id")


class HsdsTable(NamedTuple):
    """A table: the file it stands in, its columns in order, and those that no row may lack.

    `links` names the table that a column with the id of another row leads to.
    """

    name: str
    file: str
    columns: tuple[str, ...]
    required: frozenset[str]
    links: dict[str, str]

    def resource(self) -> dict[str, Any]:
        """The table as a data package describes it."""
        schema: dict[str, Any] = {"primaryKey": "id", "fields": list(self._fields_described())}
        if self.links:
            schema["foreignKeys"] = [
                {"fields": column, "reference": {"resource": table, "fields": "id"}}
                for column, table in self.links.items()
            ]
        return {
            "name": self.name,
            "path": self.file,
            "format": "csv",
            "mediatype": "text/csv",
            "encoding": "utf-8",
            "profile": "tabular-data-resource",
            "schema": schema,
        }

    def _fields_described(self) -> Iterator[dict[str, Any]]:
        for column in self.columns:
            form = "uri" if (self.name, column) in _ADDRESSES else _FORMATS.get(column)
            made: dict[str, Any] = {"name": column, "type": "string"}
            if column in _NUMBERS:
                made["type"] = "number"
            elif form in {"date", "datetime"}:
                made["type"] = form
            elif form or is_key(column):
                made["format"] = form or "uuid"
            constraints: dict[str, Any] = {}
            if column in self.required:
                constraints["required"] = True
            if column == "id" or (self.name, column) in _UNIQUE:
                constraints["unique"] = True
            if codes := _CODES.get((self.name, column)):
                constraints["enum"] = list(codes)
            yield made | ({"constraints": constraints} if constraints else {})


def _table(name: str, file: str, columns: str, required: str, **links: str) -> HsdsTable:
    return HsdsTable(
        name, file, tuple(columns.split()), frozenset({"id", *required.split()}), links
    )


TABLES: Final = {
    table.name: table
    for table in (
        _table(
            "organization",
            "organizations.csv",
            "id name alternate_name description email website tax_status tax_id year_incorporated"
            " legal_status logo uri parent_organization_id",
            "name description",
        ),
        _table(
            "service",
            "services.csv",
            "id organization_id program_id name alternate_name description url email status"
            " interpretation_services application_process fees_description wait_time fees"
            " accreditations eligibility_description minimum_age maximum_age assured_date"
            " assurer_email licenses alert last_modified",
            "organization_id name status",
            organization_id="organization",
        ),
        _table(
            "attribute",
            "attributes.csv",
            "id link_id taxonomy_term_id link_type link_entity value",
            "link_id taxonomy_term_id link_entity",
            taxonomy_term_id="taxonomy_term",
        ),
        _table(
            "service_at_location",
            "service_at_location.csv",
            "id service_id location_id description",
            "service_id location_id",
            service_id="service",
            location_id="location",
        ),
        _table(
            "location",
            "locations.csv",
            "id location_type url organization_id name alternate_name description transportation"
            " latitude longitude external_identifier external_identifier_type",
            "location_type",
            organization_id="organization",
        ),
        _table(
            "phone",
            "phones.csv",
            "id location_id service_id organization_id contact_id service_at_location_id number"
            " extension type description",
            "number",
            location_id="location",
            organization_id="organization",
        ),
        _table(
            "contact",
            "contacts.csv",
            "id organization_id service_id service_at_location_id location_id name title"
            " department email",
            "",
            location_id="location",
        ),
        _table(
            "address",
            "addresses.csv",
            "id location_id attention address_1 address_2 city region state_province postal_code"
            " country address_type",
            "address_1 city state_province postal_code country address_type",
            location_id="location",
        ),
        _table(
            "service_area",
            "service_areas.csv",
            "id service_id name description extent extent_type uri",
            "",
            service_id="service",
        ),
        _table(
            "accessibility",
            "accessibility.csv",
            "id location_id description details url",
            "",
            location_id="location",
        ),
        _table(
            "taxonomy_term",
            "taxonomy_terms.csv",
            "id code name description parent_id taxonomy language taxonomy_id term_uri",
            "name description",
            taxonomy_id="taxonomy",
        ),
        _table(
            "organization_identifier",
            "organization_identifiers.csv",
            "id organization_id identifier_scheme identifier_type identifier",
            "organization_id identifier_type identifier",
            organization_id="organization",
        ),
        _table("taxonomy", "taxonomies.csv", "id name description uri version", "name description"),
    )
}
"""The tables by their names, in the order of the specification."""
