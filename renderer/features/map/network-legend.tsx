import { mapTexts } from '../../../shared/messages/ui/map';
import { NodeShape, shapeOf } from '../../components/graph/node-shape';
import graph from '../../components/graph/graph.module.css';
import { useLabels } from '../../components/labels';
import { useText } from '../../components/use-text';
import classes from './map.module.css';

const looks = [
  ['sure', 'legendSure'],
  ['maybe', 'legendMaybe'],
  ['quiet', 'legendKnown'],
] as const;

/** What shapes and lines mean. */
export function NetworkLegend({ types }: { readonly types: readonly string[] }): React.JSX.Element {
  const t = useText(mapTexts);
  const labels = useLabels();
  const shapes = new Map<string, string[]>();
  for (const type of new Set(types)) shapes.set(shapeOf(type), [...(shapes.get(shapeOf(type)) ?? []), type]);
  return (
    <ul className={classes['legend']} aria-label={t('legend')}>
      {[...shapes].map(([shape, of]) => (
        <li key={shape}>
          <svg width={18} height={16} viewBox="-9 -8 18 16" aria-hidden className={graph['node']}>
            <NodeShape type={of[0] ?? ''} radius={6} />
          </svg>
          {of.map((type) => labels.type(type)).join(', ')}
        </li>
      ))}
      {looks.map(([look, text]) => (
        <li key={look}>
          <svg width={26} height={10} aria-hidden>
            <line x1={1} y1={5} x2={25} y2={5} strokeWidth={2} className={graph['link']} data-look={look} />
          </svg>
          {t(text)}
        </li>
      ))}
    </ul>
  );
}
