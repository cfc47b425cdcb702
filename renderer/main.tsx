import { createRoot } from 'react-dom/client';
import '@mantine/core/styles.css';
import '@mantine/notifications/styles.css';
import './styles/base.css';
import { App } from './app/app';

const root = document.getElementById('root');
if (root !== null) createRoot(root).render(<App />);
