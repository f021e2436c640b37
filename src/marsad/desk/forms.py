"""The fields of a form as they were sent."""

from fastapi import Request

Fields = dict[str, str]


async def fields(request: Request) -> Fields:
    """Name -> value; of a name sent twice the last."""
    return {name: str(value) for name, value in (await request.form()).items()}
