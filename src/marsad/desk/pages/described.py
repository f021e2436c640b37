"""The API for people: each address with what it takes and gives, from the same description that programs read."""

from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from marsad.desk.room import Room


def router(room: Room) -> APIRouter:
    """The page of the API's description; nothing on it is fetched from elsewhere."""
    routes = APIRouter()

    @routes.get("/{language}/api", response_class=HTMLResponse)
    def described(request: Request) -> HTMLResponse:
        return room.page(request, "api.html", operations=operations(request.app.openapi()))

    return routes


def operations(description: dict[str, Any]) -> list[dict[str, Any]]:
    """Every operation of an OpenAPI description: method, path, what it does, its parameters, and the fields of its body."""
    schemas = description.get("components", {}).get("schemas", {})
    found = []
    for path, methods in description["paths"].items():
        for method, one in methods.items():
            body = one.get("requestBody", {}).get("content", {}).get("application/json", {}).get("schema", {})
            named = schemas.get(body.get("$ref", "").rpartition("/")[2], {})
            found.append(
                {
                    "method": method.upper(),
                    "path": path,
                    "does": one.get("description") or one.get("summary") or "",
                    "parameters": [p for p in one.get("parameters", ()) if p["in"] != "header" or p["name"] != "authorization"],
                    "body": list(named.get("properties", ())),
                }
            )
    return found
