import { Anchor } from '@mantine/core';
import type { JsonValue } from '../../../../shared/base/json';
import { itemTexts } from '../../../../shared/messages/ui/item';
import { fieldOf } from '../../../../shared/model/types';
import { ask } from '../../../bridge/client';
import { useFormat } from '../../../components/format';
import { useLabels } from '../../../components/labels';
import { useText } from '../../../components/use-text';
import { useUndo } from '../../../components/use-undo';
import { UntrustedMarkdown } from '../../../viewers/untrusted-markdown';
import classes from './field-value.module.css';
import { usePeriodText } from './period-text';

interface Props {
  readonly type: string;
  readonly field: string;
  /** Of a set field: all its values. */
  readonly value: JsonValue;
}

/** The value of a field as people read it, by the kind of the field. */
export function FieldValue({ type, field, value }: Props): React.JSX.Element {
  const t = useText(itemTexts);
  const format = useFormat();
  const labels = useLabels();
  const periodText = usePeriodText();
  const kind = fieldOf(type, field)?.kind ?? 'line';
  if (Array.isArray(value)) {
    const texts = value.map((each) => labels.value(field, String(each)));
    return kind === 'list' ? <>{texts.join('; ')}</> : <Chips texts={texts} />;
  }
  switch (kind) {
    case 'choice':
    case 'line':
      return <>{labels.value(field, String(value))}</>;
    case 'date':
      return <>{format.date(String(value))}</>;
    case 'period':
      return <>{periodText(value)}</>;
    case 'number':
      return <>{typeof value === 'number' ? format.number(value) : String(value)}</>;
    case 'flag':
      return <>{t(value === true ? 'yes' : 'no')}</>;
    case 'url':
      return <Link url={String(value)} text={String(value)} />;
    case 'email':
      return <Link url={`mailto:${String(value)}`} text={String(value)} />;
    case 'markdown':
      return <UntrustedMarkdown text={String(value)} />;
    case 'text':
      return <p className={classes['text']}>{String(value)}</p>;
    case 'year':
    case 'list':
    case 'set':
      return <>{typeof value === 'object' ? JSON.stringify(value) : String(value)}</>;
  }
}

function Chips({ texts }: { readonly texts: readonly string[] }): React.JSX.Element {
  return (
    <ul className={classes['chips']}>
      {texts.map((text) => (
        <li key={text}>{text}</li>
      ))}
    </ul>
  );
}

/** Opens outside, after the trusted side has shown where it goes. */
function Link({ url, text }: { readonly url: string; readonly text: string }): React.JSX.Element {
  const { failed } = useUndo();
  return (
    <Anchor
      component="button"
      type="button"
      className={classes['link'] ?? ''}
      onClick={() => void ask('links.open', { url }).catch(failed)}
    >
      {text}
    </Anchor>
  );
}
