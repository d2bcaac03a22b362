import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SaxesParser } from 'saxes';

import { folderOf } from '../services/debian-package';

/** A number or a day as it is, whatever a country writes it like; everything else is the text that is shown. */
export type Cell = number | string | { day: string } | undefined;

/**
 * Semicolons, double quotes, UTF-8, from the first line, Russian, nothing read as text only because it is quoted, days
 * recognized: what the dialog proposes to whoever opens such a file with Russian settings.
 */
const RUSSIAN_IMPORT = 'CSV:59,34,76,1,,1049,false,true';

/** The cells of a CSV file as LibreOffice Calc opens it with Russian settings. */
export function openedInRussian(csv: Buffer): Cell[][] {
	const folder = mkdtempSync(join(tmpdir(), 'libreoffice-'));
	try {
		const file = join(folder, 'report.csv');
		writeFileSync(file, csv);
		const soffice = join(folderOf({ name: 'soffice', package: 'libreoffice-calc' }), 'soffice');
		const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
		const conversion = ['--convert-to', 'fods', `--infilter=${RUSSIAN_IMPORT}`, '--outdir', folder, file];
		execFileSync(soffice, [profile, '--headless', ...conversion], { stdio: 'ignore' });
		return cellsOf(readFileSync(join(folder, 'report.fods'), 'utf8'));
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}

function cellsOf(document: string): Cell[][] {
	const rows: Cell[][] = [];
	let attributes: Record<string, string> = {};
	let paragraphs: string[] | undefined;
	let paragraph: string | undefined;
	const parser = new SaxesParser();
	parser.on('opentag', (tag) => {
		if (tag.name === 'table:table-row') rows.push([]);
		if (tag.name === 'table:table-cell') [attributes, paragraphs] = [tag.attributes, []];
		if (tag.name === 'text:p') paragraph = '';
	});
	parser.on('text', (text) => {
		if (paragraph !== undefined) paragraph += text;
	});
	parser.on('closetag', ({ name }) => {
		if (name === 'text:p') {
			paragraphs?.push(paragraph ?? '');
			paragraph = undefined;
		}
		if (name !== 'table:table-cell' || paragraphs === undefined) return;
		const repeated = Number(attributes['table:number-columns-repeated'] ?? 1);
		const cell = cellOf(attributes, paragraphs.join('\n'));
		// The rest of a row is one empty cell that is repeated to the last column.
		for (let count = 0; count < Math.min(repeated, 20); count += 1) rows.at(-1)?.push(cell);
		paragraphs = undefined;
	});
	parser.write(document).close();
	return rows.map(withoutEnd).filter((row) => row.length > 0);
}

function cellOf(attributes: Record<string, string>, text: string): Cell {
	switch (attributes['office:value-type']) {
		case undefined:
			return undefined;
		case 'float':
			return Number(attributes['office:value']);
		case 'date':
			return { day: attributes['office:date-value'] ?? '' };
		default:
			return text;
	}
}

function withoutEnd(row: Cell[]): Cell[] {
	return row.slice(0, row.findLastIndex((cell) => cell !== undefined) + 1);
}
