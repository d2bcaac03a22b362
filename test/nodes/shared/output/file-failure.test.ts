import { describe, expect, it } from '@jest/globals';
import type { INodeParameters } from 'n8n-workflow';

import {
	CancelledError,
	ResponseInvalidError,
	TemporarilyUnavailableError,
} from '../../../../connector/errors';
import type { Page } from '../../../../connector/rows';
import { pagesOf, prepare, report, rows } from '../fake-platform';
import { StoredFiles } from '../stored-files';

const toFile = (options: INodeParameters = {}, more: INodeParameters = {}) => ({
	parameters: [{ output: 'file', options, ...more }],
});

const pages = (...all: readonly Page[]) => report(() => pagesOf(all), ['n']);

describe('a failure', () => {
	const failure = () => new ResponseInvalidError('The answer is cut off.');

	it.each([
		['at once', [], {}],
		['among the first rows', [rows(2)], {}],
		['in the middle of the file', [rows(1500), rows(1500)], {}],
		['in the middle of a compressed file', [rows(1500), rows(1500)], { compress: true }],
		['in a later part', [rows(1500), rows(1500)], { rowsPerFile: 1600 }],
		['between two parts', [rows(1500), rows(1500)], { rowsPerFile: 1500 }],
	])('%s gives the error of the platform', async (_name, before, options) => {
		const { outputs } = prepare(
			report(() => pagesOf(before, failure())),
			toFile(options),
		);
		await expect(outputs()).rejects.toMatchObject({
			message: 'The answer is cut off.',
			context: { kind: 'response-invalid' },
		});
	});

	it('that stopped the execution stays one', async () => {
		const stopped = new CancelledError('The execution was stopped.');
		const { outputs } = prepare(
			report(() => pagesOf([rows(2000)], stopped)),
			{ ...toFile(), continueOnFail: true },
		);
		await expect(outputs()).rejects.toMatchObject({ context: { kind: 'cancelled' } });
	});

	it('of the store is told as it is', async () => {
		const files = new StoredFiles(new Error('The disk is full.'));
		const { outputs } = prepare(pages(rows(1)), { ...toFile(), files });
		await expect(outputs()).rejects.toThrow('The disk is full.');
	});

	it.each<[string, StoredFiles, Error | undefined]>([
		['of the store', new StoredFiles(new Error('The disk is full.')), undefined],
		['of the platform', new StoredFiles(), new TemporarilyUnavailableError('Down.')],
	])('%s closes the source', async (_name, files, failed) => {
		const log: string[] = [];
		const operation = report(async function* () {
			try {
				yield rows(1500);
				if (failed !== undefined) throw failed;
				yield rows(1500);
				log.push('read on');
			} finally {
				log.push('closed');
			}
		});
		const { outputs } = prepare(operation, { ...toFile(), files });
		await expect(outputs()).rejects.toThrow();
		expect(log).toEqual(['closed']);
	});
});
