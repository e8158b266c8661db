"""`pressdesk export`: contacts for mailings, spreadsheets and address books."""
