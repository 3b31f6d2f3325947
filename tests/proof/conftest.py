from tests.review.conftest import planned_store

__all__ = ["planned_store"]
