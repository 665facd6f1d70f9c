import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import { createStore } from './store.ts';

const place = document.getElementById('page');
if (place !== null) createRoot(place).render(<App store={createStore()} />);
