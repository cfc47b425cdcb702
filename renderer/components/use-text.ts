import { createContext, useCallback, useContext } from 'react';
import { AppError } from '../../shared/base/errors';
import { errorMessages } from '../../shared/messages/errors';
import { fillText } from '../../shared/messages/fill';
import type { Language, Text } from '../../shared/messages/text';

export const LanguageContext = createContext<Language>('nl');

type Params = Readonly<Record<string, string | number>>;

export function useLanguage(): Language {
  return useContext(LanguageContext);
}

/** Gives texts of a catalogue in the person's language; `{name}` is filled from `params`. */
export function useText<Catalogue extends Readonly<Record<string, Text>>>(
  catalogue: Catalogue,
): (key: keyof Catalogue, params?: Params) => string {
  const language = useLanguage();
  return useCallback((key, params = {}) => fillText((catalogue[key] as Text)[language], params), [catalogue, language]);
}

/** What an error says to a person, in their language. */
export function useErrorText(): (error: unknown) => string {
  const language = useLanguage();
  return useCallback(
    (error) =>
      error instanceof AppError
        ? fillText(errorMessages[error.code][language], error.params)
        : errorMessages.internal[language],
    [language],
  );
}
