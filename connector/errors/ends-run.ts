import type { ConnectorError, ErrorKind } from './connector-error';

const kinds: ReadonlySet<ErrorKind> = new Set(['cancelled', 'credential-invalid']);

/** Whether an error concerns the account or the run as a whole, so that going on with other parts is of no use. */
export function endsRun({ kind }: ConnectorError): boolean {
	return kinds.has(kind);
}
