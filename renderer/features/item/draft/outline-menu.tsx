import type { EditorView } from '@codemirror/view';
import { Button, Menu } from '@mantine/core';
import { IconListTree } from '@tabler/icons-react';
import { useMemo, type RefObject } from 'react';
import { draftTexts } from '../../../../shared/messages/ui/drafts';
import { outlineOf } from '../../../../shared/text/outline';
import { useText } from '../../../components/use-text';
import classes from './draft-toolbar.module.css';
import { goToLine } from './editor-commands';

/** Points per level under the first. */
const indentPx = 14;

/** The headings of a text, and the way to each. */
export function OutlineMenu({
  text,
  view,
}: {
  readonly text: string;
  readonly view: RefObject<EditorView | null>;
}): React.JSX.Element {
  const t = useText(draftTexts);
  const headings = useMemo(() => outlineOf(text), [text]);
  return (
    <Menu position="bottom-end" withinPortal returnFocus={false}>
      <Menu.Target>
        <Button
          className={classes['menu'] ?? ''}
          size="compact-sm"
          variant="default"
          leftSection={<IconListTree size={15} aria-hidden />}
          aria-label={t('outline')}
        >
          <span className={classes['label']}>{t('outline')}</span>
        </Button>
      </Menu.Target>
      <Menu.Dropdown mah={420} style={{ overflow: 'auto' }}>
        {headings.length === 0 && <Menu.Label>{t('outlineEmpty')}</Menu.Label>}
        {headings.map(({ level, title, line }) => (
          <Menu.Item
            key={line}
            pl={10 + (level - 1) * indentPx}
            // The menu gives the focus back when it closes; the editor takes it after that.
            onClick={() => requestAnimationFrame(() => view.current !== null && goToLine(view.current, line))}
          >
            {title}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
