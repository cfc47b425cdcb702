import { useEffect, useMemo, useState } from 'react';
import { spaceStateTexts } from '../../shared/messages/ui/sharing';
import { useLanguage, useText } from './use-text';

const renewMs = 30_000;
const units = [
  { name: 'minute', below: 3_600, seconds: 60 },
  { name: 'hour', below: 86_400, seconds: 3_600 },
  { name: 'day', below: Infinity, seconds: 86_400 },
] as const;

/** How long ago a moment was, in the largest unit that fits: “2 minuten geleden”. Renewed while it is shown. */
export function useAgo(): (iso: string) => string {
  const language = useLanguage();
  const t = useText(spaceStateTexts);
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), renewMs);
    return () => clearInterval(timer);
  }, []);
  return useMemo(() => {
    const locale = language === 'nl' ? 'nl-NL' : 'en-GB';
    const format = new Intl.RelativeTimeFormat(locale, { numeric: 'always' });
    return (iso) => {
      // A clock that runs behind would make it lie ahead.
      const seconds = Math.max(0, (now - new Date(iso).getTime()) / 1_000);
      if (seconds < 60) return t('justNow');
      const unit = units.find(({ below }) => seconds < below) ?? units[2];
      return format.format(-Math.floor(seconds / unit.seconds), unit.name);
    };
  }, [language, now, t]);
}
