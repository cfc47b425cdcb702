import { Loader } from '@mantine/core';
import { IconEyeOff, IconWorld } from '@tabler/icons-react';
import type { SpaceId } from '../../../shared/base/ids';
import { typeLabels } from '../../../shared/messages/types';
import { siteDialogTexts } from '../../../shared/messages/ui/catalogue-tools';
import type { ItemTypeName } from '../../../shared/model/types';
import { useAsk } from '../../bridge/queries';
import { useFormat } from '../../components/format';
import { useErrorText, useLanguage, useText } from '../../components/use-text';
import classes from './publish.module.css';

/** What everyone will be able to read, and what stays out of it. */
export function Becomes({ spaces }: { readonly spaces: readonly SpaceId[] }): React.JSX.Element {
  const t = useText(siteDialogTexts);
  const language = useLanguage();
  const format = useFormat();
  const errorText = useErrorText();
  const { data, error } = useAsk('library.sitePreview', { spaces: [...spaces] }, { keepLast: true });
  if (error !== null) return <p role="alert">{errorText(error)}</p>;
  if (data === undefined) return <Loader size="sm" my="md" aria-label={t('loading')} />;
  const typeText = (type: string, count: number): string =>
    t('typeCount', {
      n: format.number(count),
      type: typeLabels[type as ItemTypeName][count === 1 ? 'one' : 'many'][language].toLowerCase(),
    });
  const { drafts, persons, files } = data.leftOut;
  return (
    <div className={classes['becomes']} role="status">
      <section>
        <h3>
          <IconWorld size={16} aria-hidden /> {t('readable')}
        </h3>
        <p>
          {data.records === 0 ? t('nothing') : data.byType.map(({ type, count }) => typeText(type, count)).join(', ')}
        </p>
      </section>
      <section>
        <h3>
          <IconEyeOff size={16} aria-hidden /> {t('staysOut')}
        </h3>
        <ul>
          {drafts > 0 && <li>{t('drafts', { n: format.number(drafts) })}</li>}
          {persons > 0 && <li>{t('persons', { n: format.number(persons) })}</li>}
          {files > 0 && <li>{t('files', { n: format.number(files) })}</li>}
          <li>{t('always')}</li>
        </ul>
      </section>
    </div>
  );
}
