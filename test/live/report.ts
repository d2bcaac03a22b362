import type { Finding, Verdict } from './run';

const ORDER: readonly Verdict[] = ['otherwise', 'found', 'could not be asked', 'as believed'];

/** How often each verdict was given. */
export function countsOf(findings: readonly Finding[]): string {
	return ORDER.map(
		(verdict) => `${findings.filter((one) => one.verdict === verdict).length} ${verdict}`,
	).join(', ');
}

interface About {
	readonly title: string;
	readonly sheet: string;
	readonly requests: number;
	readonly version: string;
	/** YYYY-MM-DD */
	readonly day: string;
}

/** What can be attached to an issue: forms and names of fields, the differing ones first. */
export function reportOf(
	findings: readonly Finding[],
	{ title, sheet, requests, version, day }: About,
): string {
	const rows = ORDER.flatMap((verdict) => findings.filter((one) => one.verdict === verdict)).map(
		({ verdict, about, words, believed, sheet: section }) =>
			`| ${[verdict, about, words, believed.join(' or ') || 'not known', section].map(cell).join(' | ')} |`,
	);
	return [
		`# ${title}: what a live account answers`,
		'',
		`n8n-nodes-ru-ads ${version}, ${day}, ${requests} requests that change nothing. It holds no token, no name, no ID and no figure of the account. The last column leads into docs/platforms/${sheet}.md.`,
		'',
		`${countsOf(findings)}.`,
		'',
		'| Verdict | What was asked | Answer | Believed | Sheet |',
		'| --- | --- | --- | --- | --- |',
		...rows,
		'',
	].join('\n');
}

function cell(text: string): string {
	return text.replaceAll('|', '\\|');
}
