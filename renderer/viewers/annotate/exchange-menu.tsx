import { ActionIcon, Button, Menu, Modal, Stack, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconDots } from '@tabler/icons-react';
import { useState } from 'react';
import { annotateTexts } from '../../../shared/messages/ui/annotate';
import { annotationColours } from '../../../shared/model/annotation';
import { ask } from '../../bridge/client';
import { useAsk } from '../../bridge/queries';
import { DialogButtons } from '../../components/dialog-buttons';
import { useLabels } from '../../components/labels';
import { useLanguage, useText } from '../../components/use-text';
import { openItem } from '../../state/view';
import type { Annotator } from './use-annotator';

const endings = { pdf: 'pdf', jsonld: 'jsonld', markdown: 'md', docx: 'docx' } as const;

/** Annotations out of and into files, and what the colours mean. */
export function ExchangeMenu({ annotator }: { readonly annotator: Annotator }): React.JSX.Element {
  const t = useText(annotateTexts);
  const language = useLanguage();
  const [isNaming, setNaming] = useState(false);
  const { item, run } = annotator;
  const { id } = item.state;
  const title = String(item.state.fields['title'] ?? '');
  const isPdf = /\.pdf$/i.test(item.file?.name ?? '');

  const save = async (format: keyof typeof endings): Promise<void> => {
    const path = await ask('dialog.saveAs', {
      suggestedName: `${title.replace(/[\\/:*?"<>|]/g, ' ').slice(0, 120)}.${endings[format]}`,
    });
    if (path === null) return;
    const { count } = await ask('annotations.export', { item: id, format, path, language });
    notifications.show({ message: t('exported', { n: count, path }) });
  };
  const takeIn = async (path: string | null): Promise<void> => {
    const { space } = annotator;
    const { added, known } = await ask('annotations.import', { item: id, path, ...(space === null ? {} : { space }) });
    notifications.show({ message: t('imported', { n: added, known }) });
  };
  const readIn = async (): Promise<void> => {
    const [path] = await ask('dialog.chooseFiles');
    if (path !== undefined) await takeIn(path);
  };
  const asDraft = async (): Promise<void> => {
    const { markdown } = await ask('annotations.note', { item: id, language });
    const set = { title: t('leesnotitie', { title }), body: markdown };
    const add = { relations: [{ kind: 'about', target: id }] };
    const made = await ask('items.create', { type: 'draft', change: { set, add } });
    openItem(made.state.id, { keep: true, tab: 'document' });
  };
  return (
    <>
      <Menu position="bottom-end" withinPortal>
        <Menu.Target>
          <ActionIcon variant="subtle" color="gray" size={28} aria-label={t('exchange')}>
            <IconDots size={16} aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          {isPdf && <Menu.Item onClick={() => void run(save('pdf'))}>{t('exportPdf')}</Menu.Item>}
          <Menu.Item onClick={() => void run(save('docx'))}>{t('exportDocx')}</Menu.Item>
          <Menu.Item onClick={() => void run(save('markdown'))}>{t('exportMarkdown')}</Menu.Item>
          <Menu.Item onClick={() => void run(asDraft())}>{t('noteAsDraft')}</Menu.Item>
          <Menu.Item onClick={() => void run(save('jsonld'))}>{t('exportJsonld')}</Menu.Item>
          <Menu.Divider />
          {isPdf && <Menu.Item onClick={() => void run(takeIn(null))}>{t('importOwn')}</Menu.Item>}
          <Menu.Item onClick={() => void run(readIn())}>{t('importJsonld')}</Menu.Item>
          <Menu.Divider />
          <Menu.Item onClick={() => setNaming(true)}>{t('meanings')}</Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <Modal opened={isNaming} onClose={() => setNaming(false)} title={t('meaningsTitle')}>
        <Meanings annotator={annotator} onDone={() => setNaming(false)} />
      </Modal>
    </>
  );
}

function Meanings({
  annotator,
  onDone,
}: {
  readonly annotator: Annotator;
  readonly onDone: () => void;
}): React.JSX.Element {
  const t = useText(annotateTexts);
  const labels = useLabels();
  const known = useAsk('settings.get', undefined).data?.colourMeanings ?? {};
  const [meanings, setMeanings] = useState(known);
  const save = (): void => {
    void annotator.run(ask('settings.change', { colourMeanings: meanings }));
    onDone();
  };
  return (
    <Stack gap="xs">
      {annotationColours.map((colour) => (
        <TextInput
          key={colour}
          label={labels.value('colour', colour)}
          maxLength={80}
          value={meanings[colour] ?? ''}
          onChange={(event) => setMeanings({ ...meanings, [colour]: event.currentTarget.value })}
        />
      ))}
      <DialogButtons>
        <Button onClick={save}>{t('save')}</Button>
      </DialogButtons>
    </Stack>
  );
}
