"""Received workbooks: bytes → typed tables → findings → difference. Never writes."""
