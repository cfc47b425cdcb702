import { IconChevronDown, IconChevronUp, IconX } from '@tabler/icons-react';
import type { Ref } from 'react';
import { viewerTexts } from '../../../shared/messages/ui/viewer';
import { useText } from '../../components/use-text';
import type { Finder } from './find';
import classes from './reader.module.css';
import { ToolButton } from './tool-button';

interface FindBarProps {
  readonly finder: Finder;
  readonly text: string;
  readonly fieldRef: Ref<HTMLInputElement>;
  readonly onType: (text: string) => void;
  readonly onClose: () => void;
}

export function FindBar({ finder, text, fieldRef, onType, onClose }: FindBarProps): React.JSX.Element {
  const t = useText(viewerTexts);
  const none = finder.total === 0;
  return (
    <div className={classes['findBar']} role="search" aria-label={t('findField')}>
      <input
        ref={fieldRef}
        className={classes['findField']}
        data-none={(none && !finder.busy && text.trim() !== '') || undefined}
        aria-label={t('findField')}
        placeholder={t('findField')}
        value={text}
        onChange={(event) => onType(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter') return;
          event.preventDefault();
          finder.step(event.shiftKey ? -1 : 1);
        }}
      />
      <span className={classes['count']} role="status">
        {text.trim() === '' ? '' : countText(t, finder)}
      </span>
      <ToolButton label={t('findPrevious')} disabled={none} onClick={() => finder.step(-1)}>
        <IconChevronUp size={17} aria-hidden />
      </ToolButton>
      <ToolButton label={t('findNext')} disabled={none} onClick={() => finder.step(1)}>
        <IconChevronDown size={17} aria-hidden />
      </ToolButton>
      <ToolButton label={t('findClose')} onClick={onClose}>
        <IconX size={17} aria-hidden />
      </ToolButton>
    </div>
  );
}

function countText(t: ReturnType<typeof useText<typeof viewerTexts>>, { current, total, busy }: Finder): string {
  if (total > 0) return t('findCount', { n: current, total });
  return t(busy ? 'findBusy' : 'findNone');
}
