import { sidebarTexts } from '../../../shared/messages/ui/browse';
import { useAsk } from '../../bridge/queries';
import { useSpaceName } from '../../components/use-spaces';
import { useLabels } from '../../components/labels';
import { useText } from '../../components/use-text';
import { view } from '../../state/view';

/** What the chosen part of the library is called. */
export function useScopeName(): string {
  const t = useText(sidebarTexts);
  const labels = useLabels();
  const scope = view.use((state) => state.scope);
  const collections = useAsk('items.counts', undefined).data?.collections;
  const spaceName = useSpaceName();
  switch (scope.kind) {
    case 'group':
      return labels.group(scope.group);
    case 'collection':
      return collections?.find(({ id }) => id === scope.id)?.title ?? t('collections');
    case 'space':
      return spaceName(scope.id);
    case 'all':
    case 'recent':
    case 'conflicts':
    case 'news':
    case 'overlaps':
    case 'duplicates':
    case 'curating':
    case 'guard':
    case 'map':
    case 'plans':
    case 'bin':
      return t(scope.kind);
  }
}
