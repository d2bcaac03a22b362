import { expect, it } from '@jest/globals';

import { createCsvEncoder, RUSSIAN_EXCEL, type Row } from '../../../connector/rows';
import { type Cell, openedInRussian } from './libreoffice';

function opened(columns: string[], rows: Row[]): Cell[][] {
	const encoder = createCsvEncoder(columns, RUSSIAN_EXCEL);
	return openedInRussian(Buffer.concat([encoder.header(), ...encoder.encode(rows)]));
}

it('CSV for Excel is a table with numbers, days and Cyrillic in a spreadsheet with Russian settings', () => {
	const columns = ['дата', 'кампания', 'расход', 'показы', 'момент'];
	const rows = [
		['2024-01-31', 'Весна, скидки; «до 50 %»', 1234.5, 42, '2024-01-31 10:05:00'],
		['2024-02-29', 'Товары "до 500"\nвторая строка', -0.07, 0, '2024-12-31T23:59:59'],
		['2024-03-01', 'ёЁъЪ', 1.5e-7, 12345678901, ''],
	];
	const asRows = rows.map((cells) => Object.fromEntries(columns.map((name, at) => [name, cells[at]])));
	expect(opened(columns, asRows)).toEqual([
		columns,
		[{ day: '2024-01-31' }, 'Весна, скидки; «до 50 %»', 1234.5, 42, { day: '2024-01-31T10:05:00' }],
		[{ day: '2024-02-29' }, 'Товары "до 500"\nвторая строка', -0.07, 0, { day: '2024-12-31T23:59:59' }],
		[{ day: '2024-03-01' }, 'ёЁъЪ', 1.5e-7, 12345678901],
	]);
});

it('what a spreadsheet would change or calculate stays the text that it is', () => {
	const texts = ['007', '1.5', '3-4', '5%', '1e5', '31.12.2026', 'Март 2024', '12345678901234567890'];
	const formulas = ['=1+1', '+cmd', '-10 % off', '@brand', '=HYPERLINK("http://x")'];
	const all = [...texts, ...formulas];
	expect(
		opened(
			['текст', 'после'],
			all.map((текст) => ({ текст, после: 'x' })),
		),
	).toEqual([['текст', 'после'], ...all.map((text) => [text, 'x'])]);
});
