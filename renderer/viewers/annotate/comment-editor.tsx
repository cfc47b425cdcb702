import { Button, Group, Textarea } from '@mantine/core';
import { useState } from 'react';
import { annotateTexts } from '../../../shared/messages/ui/annotate';
import { useText } from '../../components/use-text';

interface Props {
  readonly label: string;
  readonly start: string;
  readonly onSave: (text: string) => void;
  readonly onCancel: () => void;
}

/** A comment being written. Ctrl+Enter keeps it, Escape leaves it as it was. */
export function CommentEditor({ label, start, onSave, onCancel }: Props): React.JSX.Element {
  const t = useText(annotateTexts);
  const [text, setText] = useState(start);
  const save = (): void => onSave(text.trim());
  return (
    <div
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.key === 'Escape') onCancel();
        else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) save();
        else return;
        event.preventDefault();
      }}
    >
      <Textarea
        label={label}
        description={t('commentHint')}
        size="xs"
        autosize
        minRows={3}
        maxRows={14}
        data-autofocus
        autoFocus
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <Group gap={6} mt={6}>
        <Button size="compact-sm" onClick={save}>
          {t('save')}
        </Button>
        <Button size="compact-sm" variant="default" onClick={onCancel}>
          {t('cancel')}
        </Button>
      </Group>
    </div>
  );
}
