/** The interface languages; Dutch comes first and is complete, English follows it. */
export type Language = 'nl' | 'en';

/** One text in each interface language. */
export type Text = Readonly<Record<Language, string>>;
