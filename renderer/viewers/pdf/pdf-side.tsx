import { Tabs } from '@mantine/core';
import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { useState } from 'react';
import type { ItemId } from '../../../shared/base/ids';
import { viewerTexts } from '../../../shared/messages/ui/viewer';
import { useText } from '../../components/use-text';
import { Outline } from '../reader/outline';
import type { PdfPages } from './pdf-pages';
import { Thumbnails } from './thumbnails';
import { useOutline } from './use-outline';
import classes from './pdf-side.module.css';

interface PdfSideProps {
  readonly item: ItemId;
  readonly document: PDFDocumentProxy;
  readonly page: number;
  readonly pages: PdfPages | null;
  /** Annotations of the file itself that are not shown. */
  readonly leftOut: readonly string[];
}

/** Contents and thumbnails. Opens on the contents when there are any. */
export function PdfSide({ item, document, page, pages, leftOut }: PdfSideProps): React.JSX.Element {
  const t = useText(viewerTexts);
  const outline = useOutline(item, document, pages);
  const [chosen, setChosen] = useState<string | null>(null);
  const tab = chosen ?? (outline?.length === 0 ? 'thumbnails' : 'outline');
  return (
    <Tabs
      value={tab}
      onChange={setChosen}
      keepMounted={false}
      className={classes['tabs'] ?? ''}
      aria-label={t('sidePanel')}
    >
      <Tabs.List className={classes['list'] ?? ''}>
        <Tabs.Tab value="outline">{t('outline')}</Tabs.Tab>
        <Tabs.Tab value="thumbnails">{t('thumbnails')}</Tabs.Tab>
      </Tabs.List>
      <Tabs.Panel value="outline" className={classes['panel'] ?? ''}>
        <Outline entries={outline} />
      </Tabs.Panel>
      <Tabs.Panel value="thumbnails" className={classes['panel'] ?? ''}>
        <Thumbnails
          key={leftOut.join()}
          document={document}
          current={page}
          onChoose={(chosenPage) => pages?.goToPage(chosenPage)}
        />
      </Tabs.Panel>
    </Tabs>
  );
}
