"""Who answers for an office on a day."""
