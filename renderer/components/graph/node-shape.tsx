/** The sign of a type in a drawing, by its shape; colour only says it once more. */
export function NodeShape({ type, radius }: { readonly type: string; readonly radius: number }): React.JSX.Element {
  const r = radius;
  switch (shapeOf(type)) {
    case 'square':
      return <rect data-shape="square" x={-r * 0.9} y={-r * 0.9} width={r * 1.8} height={r * 1.8} rx={2} />;
    case 'diamond':
      return <path data-shape="diamond" d={`M0 ${-r * 1.2}L${r * 1.2} 0L0 ${r * 1.2}L${-r * 1.2} 0Z`} />;
    case 'triangle':
      return <path data-shape="triangle" d={`M0 ${-r * 1.15}L${r * 1.1} ${r * 0.85}H${-r * 1.1}Z`} />;
    case 'ring':
      return <circle data-shape="ring" r={r * 0.9} />;
    case 'circle':
      return <circle data-shape="circle" r={r} />;
  }
}

type Shape = 'circle' | 'square' | 'diamond' | 'triangle' | 'ring';

const shapes: Readonly<Record<string, Shape>> = {
  project: 'circle',
  measure: 'square',
  programme: 'square',
  programmeLine: 'triangle',
  study: 'diamond',
  document: 'diamond',
  draft: 'diamond',
};

export function shapeOf(type: string): Shape {
  return shapes[type] ?? 'ring';
}
