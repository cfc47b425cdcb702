import { useMemo } from 'react';
import { useLanguage } from './use-text';

/** The one place where numbers, sizes and dates become text. */
export interface Format {
  number(value: number): string;
  size(bytes: number): string;
  /** A moment: time of day today, else day and month, with the year when it is another. */
  moment(iso: string): string;
  /** A full date and time. */
  dateTime(iso: string): string;
}

export function useFormat(): Format {
  const language = useLanguage();
  return useMemo(() => {
    const locale = language === 'nl' ? 'nl-NL' : 'en-GB';
    const number = new Intl.NumberFormat(locale);
    const size = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });
    const time = new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit' });
    const day = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short' });
    const date = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', year: 'numeric' });
    const full = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeStyle: 'short' });
    return {
      number: (value) => number.format(value),
      size: (bytes) => {
        const step = bytes < 1_000_000 ? { by: 1_000, unit: 'kB' } : { by: 1_000_000, unit: 'MB' };
        return bytes < 1_000 ? `${bytes} B` : `${size.format(bytes / step.by)} ${step.unit}`;
      },
      moment: (iso) => {
        const then = new Date(iso);
        const now = new Date();
        if (then.toDateString() === now.toDateString()) return time.format(then);
        return then.getFullYear() === now.getFullYear() ? day.format(then) : date.format(then);
      },
      dateTime: (iso) => full.format(new Date(iso)),
    };
  }, [language]);
}
