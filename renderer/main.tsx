import { createRoot } from 'react-dom/client';
import './styles/mantine.css';
import './styles/base.css';
import { App } from './app/app';
import { askFirstScreen } from './app/first-screen';
import { queryClient, refreshOnEvents } from './bridge/queries';

// What zod's `config({ jitless: true })` sets, without loading zod for the first screen: it must not try whether code can be made from text, because the policy
// of this page forbids that and reports each try.
Object.assign(globalThis, { __zod_globalConfig: { jitless: true } });

// Before the first question, so that no change after its answer is missed.
refreshOnEvents(queryClient);
void askFirstScreen().then(() => {
  const root = document.getElementById('root');
  if (root !== null) createRoot(root).render(<App />);
});
