import { createRoot } from 'react-dom/client';
import './styles/mantine.css';
import './styles/base.css';
import { makeNoCodeForChecks } from '../shared/base/check-without-code';
import { App } from './app/app';
import { askFirstScreen } from './app/first-screen';
import { queryClient, refreshOnEvents } from './bridge/queries';

makeNoCodeForChecks();
// Before the first question, so that no change after its answer is missed.
refreshOnEvents(queryClient);
void askFirstScreen().then(() => {
  const root = document.getElementById('root');
  if (root !== null) createRoot(root).render(<App />);
});
