export const linkTexts = {
  question: { nl: 'Deze link openen in uw browser?', en: 'Open this link in your browser?' },
  open: { nl: 'Openen', en: 'Open' },
  cancel: { nl: 'Annuleren', en: 'Cancel' },
} as const;
