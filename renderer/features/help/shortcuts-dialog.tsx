import { Kbd, Modal } from '@mantine/core';
import { Fragment } from 'react';
import { helpTexts } from '../../../shared/messages/ui/help';
import { shortcutGroupTexts } from '../../../shared/messages/ui/shortcuts';
import { keyNames } from './key-names';
import { useAsk } from '../../bridge/queries';
import { useLanguage, useText } from '../../components/use-text';
import { shortcuts, type ShortcutGroup } from '../../state/shortcuts';
import { openDialog, view } from '../../state/view';
import classes from './help.module.css';

/** Every key of the window, by where it works. */
export function ShortcutsDialog(): React.JSX.Element {
  const t = useText(helpTexts);
  const isOpen = view.use((state) => state.dialog?.kind === 'shortcuts');
  return (
    <Modal opened={isOpen} onClose={() => openDialog(null)} size={760} title={t('shortcuts')}>
      {isOpen && (
        <div className={classes['groups']}>
          {(Object.keys(shortcutGroupTexts) as ShortcutGroup[]).map((group) => (
            <Group key={group} group={group} />
          ))}
        </div>
      )}
    </Modal>
  );
}

function Group({ group }: { readonly group: ShortcutGroup }): React.JSX.Element {
  const t = useText(helpTexts);
  const language = useLanguage();
  const isMac = useAsk('app.info', undefined).data?.platform === 'darwin';
  return (
    <section>
      <h3>{shortcutGroupTexts[group][language]}</h3>
      <table className={classes['keys']}>
        <thead>
          <tr>
            <th scope="col">{t('action')}</th>
            <th scope="col">{t('keys')}</th>
          </tr>
        </thead>
        <tbody>
          {shortcuts
            .filter((shortcut) => shortcut.group === group)
            .map(({ id, keys, label }) => (
              <tr key={id}>
                <td>{label[language]}</td>
                <td>
                  {keys.map((key, index) => (
                    <Fragment key={key}>
                      {index > 0 && <span className={classes['or']}> {t('or')} </span>}
                      <span className={classes['combination']}>
                        {keyNames(key, language, isMac).map((name) => (
                          <Kbd key={name}>{name}</Kbd>
                        ))}
                      </span>
                    </Fragment>
                  ))}
                </td>
              </tr>
            ))}
        </tbody>
      </table>
    </section>
  );
}
