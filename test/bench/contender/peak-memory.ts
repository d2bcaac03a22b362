import { readFileSync, writeFileSync } from 'node:fs';

/**
 * Linux keeps the highest resident memory of a process and forgets it on demand; elsewhere the highest since the start
 * of the process has to do.
 */
export function forgetPeak(): void {
	if (process.platform === 'linux') writeFileSync('/proc/self/clear_refs', '5');
}

/** @returns bytes */
export function peakMemory(): number {
	if (process.platform !== 'linux') return process.resourceUsage().maxRSS * 1024;
	const kilobytes = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync('/proc/self/status', 'utf8'))?.[1];
	return Number(kilobytes) * 1024;
}
