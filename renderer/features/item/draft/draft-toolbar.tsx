import type { EditorView } from '@codemirror/view';
import { openSearchPanel } from '@codemirror/search';
import { ActionIcon, SegmentedControl, Tooltip } from '@mantine/core';
import {
  IconBlockquote,
  IconBold,
  IconHeading,
  IconItalic,
  IconLink,
  IconList,
  IconPhotoPlus,
  IconSearch,
} from '@tabler/icons-react';
import { useRef, type RefObject } from 'react';
import { draftTexts } from '../../../../shared/messages/ui/drafts';
import type { ItemDetail } from '../../../../shared/model/views';
import { useText } from '../../../components/use-text';
import { draftMode, type DraftMode } from './draft-mode';
import classes from './draft-toolbar.module.css';
import { insertText, nextHeading, surround, toggleList } from './editor-commands';
import { ExportMenu } from './export-menu';
import { OutlineMenu } from './outline-menu';
import { startCompletion } from '@codemirror/autocomplete';

interface Props {
  readonly item: ItemDetail;
  readonly text: string;
  readonly mode: DraftMode;
  readonly canWrite: boolean;
  readonly view: RefObject<EditorView | null>;
  readonly onCite: () => void;
  readonly onPictures: (files: readonly File[]) => void;
  readonly beforeExport: () => void;
}

/** What can be done with the text. Every button has its key in the editor, or is a place to find what `[[` and `#` do. */
export function DraftToolbar({
  item,
  text,
  mode,
  canWrite,
  view,
  onCite,
  onPictures,
  beforeExport,
}: Props): React.JSX.Element {
  const t = useText(draftTexts);
  const chooser = useRef<HTMLInputElement>(null);
  const run = (act: (editor: EditorView) => unknown): void => {
    if (view.current === null) return;
    act(view.current);
    view.current.focus();
  };
  const link = (): void =>
    run((editor) => {
      insertText(editor, '[[');
      startCompletion(editor);
    });
  return (
    <div className={classes['bar']}>
      {canWrite && (
        <SegmentedControl
          size="xs"
          aria-label={t('mode')}
          value={mode}
          onChange={(next) => draftMode.set({ mode: next as DraftMode })}
          data={[
            { value: 'write', label: t('modeWrite') },
            { value: 'both', label: t('modeBoth') },
            { value: 'read', label: t('modeRead') },
          ]}
        />
      )}
      {mode !== 'read' && (
        <div role="group" aria-label={t('toolbar')} className={classes['group']}>
          <Tool
            label={t('bold')}
            keys="Ctrl+B"
            onClick={() => run(surround('**'))}
            icon={<IconBold size={16} aria-hidden />}
          />
          <Tool
            label={t('italic')}
            keys="Ctrl+I"
            onClick={() => run(surround('*'))}
            icon={<IconItalic size={16} aria-hidden />}
          />
          <Tool
            label={t('heading')}
            keys="Ctrl+Alt+1"
            onClick={() => run(nextHeading)}
            icon={<IconHeading size={16} aria-hidden />}
          />
          <Tool
            label={t('list')}
            keys="Ctrl+Alt+8"
            onClick={() => run(toggleList)}
            icon={<IconList size={16} aria-hidden />}
          />
          <Tool label={t('link')} keys="[[" onClick={link} icon={<IconLink size={16} aria-hidden />} />
          <Tool label={t('cite')} keys="Ctrl+Alt+B" onClick={onCite} icon={<IconBlockquote size={16} aria-hidden />} />
          <Tool
            label={t('image')}
            keys={null}
            onClick={() => chooser.current?.click()}
            icon={<IconPhotoPlus size={16} aria-hidden />}
          />
          <Tool
            label={t('find')}
            keys="Ctrl+F"
            onClick={() => run(openSearchPanel)}
            icon={<IconSearch size={16} aria-hidden />}
          />
          <input
            ref={chooser}
            type="file"
            accept="image/png,image/jpeg,image/gif,image/webp"
            multiple
            hidden
            onChange={(event) => {
              onPictures([...(event.currentTarget.files ?? [])]);
              event.currentTarget.value = '';
            }}
          />
        </div>
      )}
      <span className={classes['gap']} />
      {mode !== 'read' && <OutlineMenu text={text} view={view} />}
      <ExportMenu item={item} before={beforeExport} />
    </div>
  );
}

function Tool({
  label,
  keys,
  icon,
  onClick,
}: {
  readonly label: string;
  readonly keys: string | null;
  readonly icon: React.ReactNode;
  readonly onClick: () => void;
}): React.JSX.Element {
  return (
    <Tooltip label={keys === null ? label : `${label} (${keys})`} openDelay={400}>
      <ActionIcon size={28} variant="subtle" color="gray" aria-label={label} onClick={onClick}>
        {icon}
      </ActionIcon>
    </Tooltip>
  );
}
