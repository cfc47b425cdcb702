import { SegmentedControl, Textarea } from '@mantine/core';
import { useState } from 'react';
import { itemTexts } from '../../../../shared/messages/ui/item';
import { useText } from '../../../components/use-text';
import { UntrustedMarkdown } from '../../../viewers/untrusted-markdown';
import classes from './markdown-input.module.css';
import type { FieldDraft } from './use-field-draft';

interface Props {
  readonly label: string;
  readonly description: string | undefined;
  readonly error: string | undefined;
  readonly onFocus: () => void;
  readonly onBlur: () => void;
  readonly draft: FieldDraft;
}

/** Long text in Markdown, with a look at how it will read. */
export function MarkdownInput({ label, description, error, onFocus, onBlur, draft }: Props): React.JSX.Element {
  const t = useText(itemTexts);
  const [mode, setMode] = useState<'write' | 'preview'>('write');
  return (
    <div className={classes['field']}>
      <SegmentedControl
        size="xs"
        className={classes['mode'] ?? ''}
        aria-label={t('previewOf', { field: label })}
        value={mode}
        onChange={(next) => setMode(next as 'write' | 'preview')}
        data={[
          { value: 'write', label: t('write') },
          { value: 'preview', label: t('showPreview') },
        ]}
      />
      {mode === 'write' ? (
        <Textarea
          label={label}
          description={description}
          error={error}
          autosize
          minRows={4}
          maxRows={26}
          value={draft.text}
          onChange={(event) => draft.type(event.currentTarget.value)}
          onFocus={onFocus}
          onBlur={onBlur}
        />
      ) : (
        <section aria-label={t('previewOf', { field: label })}>
          <div className={classes['label']}>{label}</div>
          <div className={classes['preview']} tabIndex={0}>
            {draft.text.trim() === '' ? t('previewEmpty') : <UntrustedMarkdown text={draft.text} />}
          </div>
        </section>
      )}
    </div>
  );
}
