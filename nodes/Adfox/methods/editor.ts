import { noLimit } from '../../../connector/pages';
import { credentialTest } from '../../shared/editor/credential-test';
import { option, picker, pickers } from '../../shared/editor/options';
import { dictionaries } from '../catalogue/dictionaries';
import { PAGE_SIZE } from '../limits';
import { listed } from '../objects/kinds';
import { listPages } from '../objects/list';
import { adfox } from '../platform';

/** All objects of a kind: what the platform's own search takes differs (sheet 7.3). */
export const objectPickers = pickers(adfox, listed, async (api, { list }) => {
	const reading = { pageSize: PAGE_SIZE.default, limit: noLimit(), observe: () => undefined };
	const isShort = list.parameters.some(({ name }) => name === 'show');
	const options = [];
	for await (const page of listPages(api, list, isShort ? [['show', 'common']] : [], reading))
		for (const { ID, name, account } of page)
			if (typeof ID === 'string' && ID !== '')
				options.push(option(ID, typeof name === 'string' && name !== '' ? name : account));
	return options;
});

/** Saved reports of the chosen level. */
export const searchReports = picker(adfox, async (api, { parameter }) => {
	const level = parameter('level');
	const reports = await api.reports(typeof level === 'string' ? level : 'owner');
	return reports.flatMap(({ name, title }) => (typeof name === 'string' ? [option(name, title)] : []));
});

/** A short list, which API assistants of every right may read (sheet 1.3). */
export const adfoxApiTest = credentialTest(adfox, (api) =>
	api.page(dictionaries.position, [], { offset: 0, limit: 1 }),
);
