/**
 * One text per error code and language: what happened, to what, and what to do next.
 * `{name}` is filled from the error's params.
 */
export const errorMessages = {
  'internal': {
    nl: 'Er ging iets mis in Raakvlak zelf. Uw gegevens zijn bewaard. Start Raakvlak opnieuw als dit terugkomt.',
    en: 'Something went wrong inside Raakvlak itself. Your data are safe. Restart Raakvlak if this comes back.',
  },
  'message-invalid': {
    nl: 'Raakvlak begreep een opdracht van het venster niet ({name}). Er is niets gewijzigd.',
    en: 'Raakvlak did not understand a request from the window ({name}). Nothing was changed.',
  },
  'item-not-found': {
    nl: 'Dit item is niet (meer) in uw bibliotheek.',
    en: 'This item is not (or no longer) in your library.',
  },
  'cancelled': {
    nl: 'Gestopt op uw verzoek. Wat al klaar was, is bewaard.',
    en: 'Stopped at your request. What was already done has been kept.',
  },
} as const satisfies Record<string, { nl: string; en: string }>;
