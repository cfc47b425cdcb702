import { Menu } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconBlockquote } from '@tabler/icons-react';
import type { ItemId } from '../../../shared/base/ids';
import { draftTexts } from '../../../shared/messages/ui/drafts';
import { referenceFormats, type ReferenceFormat } from '../../../shared/model/draft';
import { ask } from '../../bridge/client';
import { copyText } from '../../components/copy-text';
import { useFieldLabel } from '../../components/field-label';
import { useErrorText, useLanguage, useText } from '../../components/use-text';

/** What people refer to in what they write. */
export function isCited(type: string): boolean {
  return type === 'study' || type === 'document' || type === 'draft';
}

/** Puts a reference to an item on the clipboard, in the form that the other program takes; says which fields it lacks. */
export function ReferenceItems({ id }: { readonly id: ItemId }): React.JSX.Element {
  const t = useText(draftTexts);
  const label = useFieldLabel();
  const errorText = useErrorText();
  const language = useLanguage();
  const copy = async (format: ReferenceFormat): Promise<void> => {
    const [reference] = await ask('citing.references', { ids: [id], format, language });
    if (reference === undefined) return;
    copyText(reference.text);
    const fields = reference.missing.map((field) => label(field).toLowerCase()).join(', ');
    notifications.show({
      message: t('copiedReference', { text: reference.text.slice(0, 200) }),
      ...(fields === '' ? {} : { title: t('copiedMissing', { fields }) }),
    });
  };
  return (
    <>
      <Menu.Label>{t('copyReference')}</Menu.Label>
      {referenceFormats.map((format) => (
        <Menu.Item
          key={format}
          leftSection={<IconBlockquote size={15} aria-hidden />}
          aria-label={`${t('copyReference')}: ${t(format)}`}
          onClick={() =>
            void copy(format).catch((error: unknown) => notifications.show({ color: 'red', message: errorText(error) }))
          }
        >
          {t(format)}
        </Menu.Item>
      ))}
      <Menu.Divider />
    </>
  );
}
