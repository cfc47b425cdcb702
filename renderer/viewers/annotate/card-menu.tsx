import { ActionIcon, Menu, Modal, Select } from '@mantine/core';
import { IconBriefcase, IconDots, IconHelpCircle, IconLetterCase, IconUsersGroup } from '@tabler/icons-react';
import { useState } from 'react';
import type { ItemId } from '../../../shared/base/ids';
import { annotateTexts } from '../../../shared/messages/ui/annotate';
import type { Annotation } from '../../../shared/model/annotation';
import { useAsk } from '../../bridge/queries';
import { useLabels } from '../../components/labels';
import { useText } from '../../components/use-text';
import type { Annotator } from './use-annotator';

/** Where an annotation can lead: a question, a term, a project; and who may see it. */
export function CardMenu({
  annotator,
  annotation,
}: {
  readonly annotator: Annotator;
  readonly annotation: Annotation;
}): React.JSX.Element {
  const t = useText(annotateTexts);
  const [isLinking, setLinking] = useState(false);
  const { space } = annotator.item;
  const canShare = space.kind !== 'private' && annotation.space.kind === 'private' && annotation.mine;
  return (
    <>
      <Menu position="bottom-end" withinPortal>
        <Menu.Target>
          <ActionIcon variant="subtle" color="gray" size={28} aria-label={t('more')}>
            <IconDots size={16} aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item
            leftSection={<IconHelpCircle size={15} aria-hidden />}
            onClick={() => void annotator.makeFrom(annotation, 'question')}
          >
            {t('makeQuestion')}
          </Menu.Item>
          <Menu.Item
            leftSection={<IconLetterCase size={15} aria-hidden />}
            onClick={() => void annotator.makeFrom(annotation, 'term')}
          >
            {t('makeTerm')}
          </Menu.Item>
          <Menu.Item leftSection={<IconBriefcase size={15} aria-hidden />} onClick={() => setLinking(true)}>
            {t('linkProject')}
          </Menu.Item>
          {canShare && (
            <Menu.Item
              leftSection={<IconUsersGroup size={15} aria-hidden />}
              onClick={() => void annotator.share(annotation.id, space.id)}
            >
              {t('shareWith', { space: space.name })}
            </Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
      <Modal opened={isLinking} onClose={() => setLinking(false)} title={t('linkProject')}>
        <ItemPicker
          label={t('linkTo')}
          onChosen={(id) => {
            setLinking(false);
            void annotator.link(annotation.id, id);
          }}
        />
      </Modal>
    </>
  );
}

function ItemPicker({
  label,
  onChosen,
}: {
  readonly label: string;
  readonly onChosen: (id: ItemId) => void;
}): React.JSX.Element {
  const labels = useLabels();
  const [text, setText] = useState('');
  const typed = text.trim();
  const hits = useAsk('palette.find', { text: typed, limit: 12 }, { enabled: typed !== '', keepLast: true }).data ?? [];
  return (
    <Select
      label={label}
      searchable
      data-autofocus
      searchValue={text}
      onSearchChange={setText}
      filter={({ options }) => options}
      data={hits.map(({ id, type, title }) => ({ value: id, label: `${title} (${labels.type(type)})` }))}
      onChange={(id) => id !== null && onChosen(id as ItemId)}
    />
  );
}
