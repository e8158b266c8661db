"""Text before it means anything: how foreign text is shown, and how texts are compared."""
