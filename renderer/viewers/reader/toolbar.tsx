import {
  IconArrowAutofitWidth,
  IconLayoutSidebar,
  IconSearch,
  IconVocabulary,
  IconZoomIn,
  IconZoomOut,
  IconZoomReset,
} from '@tabler/icons-react';
import { viewerTexts } from '../../../shared/messages/ui/viewer';
import { useText } from '../../components/use-text';
import type { Pages, Zoom } from './find';
import { PageField } from './page-field';
import classes from './reader.module.css';
import { ToolButton } from './tool-button';

interface ToolbarProps {
  readonly zoom: Zoom;
  readonly pages: Pages | null;
  readonly panel: 'side' | 'terms' | null;
  readonly findOpen: boolean;
  readonly onPanel: (panel: 'side' | 'terms') => void;
  readonly onFind: () => void;
  /** More tools, before those for the size. */
  readonly children?: React.ReactNode;
}

/** The same tools above every kind of document. */
export function Toolbar({ zoom, pages, panel, findOpen, onPanel, onFind, children }: ToolbarProps): React.JSX.Element {
  const t = useText(viewerTexts);
  const percent = Math.round(zoom.factor * 100);
  return (
    <div className={classes['toolbar']} role="group" aria-label={t('tools')}>
      <ToolButton label={t('sidePanel')} pressed={panel === 'side'} onClick={() => onPanel('side')}>
        <IconLayoutSidebar size={17} aria-hidden />
      </ToolButton>
      <ToolButton label={t('terms')} pressed={panel === 'terms'} onClick={() => onPanel('terms')}>
        <IconVocabulary size={17} aria-hidden />
      </ToolButton>
      {pages !== null && <PageField pages={pages} />}
      <span className={classes['space']} />
      {children}
      <ToolButton label={t('zoomOut')} onClick={() => zoom.change(-1)}>
        <IconZoomOut size={17} aria-hidden />
      </ToolButton>
      <span className={classes['percent']} role="status" aria-label={t('zoomLevel', { n: percent })}>
        {percent}%
      </span>
      <ToolButton label={t('zoomIn')} onClick={() => zoom.change(1)}>
        <IconZoomIn size={17} aria-hidden />
      </ToolButton>
      {zoom.fitsWidth === null ? (
        <ToolButton label={t('zoomReset')} onClick={zoom.reset}>
          <IconZoomReset size={17} aria-hidden />
        </ToolButton>
      ) : (
        <ToolButton label={t('zoomFit')} pressed={zoom.fitsWidth} onClick={zoom.reset}>
          <IconArrowAutofitWidth size={17} aria-hidden />
        </ToolButton>
      )}
      <ToolButton label={t('find')} pressed={findOpen} onClick={onFind}>
        <IconSearch size={17} aria-hidden />
      </ToolButton>
    </div>
  );
}
