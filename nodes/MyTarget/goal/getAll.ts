import { wholeList } from '../list/whole-list';

/** Comes as an object keyed by group (sheet 3.13). */
export const getAll = wholeList({
	plural: 'goals',
	load: async (api) =>
		Object.entries(await api.goals()).flatMap(([group, goals]) => goals.map((goal) => ({ group, ...goal }))),
});
