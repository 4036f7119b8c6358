/** The mark: a lead on its line, let down through the surface. Decoration; the name stands beside it. */
export function Mark({ className }: { readonly className?: string | undefined }) {
  return (
    <svg viewBox="0 0 64 64" className={className} aria-hidden="true" focusable="false">
      <path d="M32 5v35M8 17q6-6 12 0t12 0 12 0 12 0M20 30h24" fill="none" stroke="currentColor" strokeWidth="5" strokeLinecap="round" />
      <path d="M27.5 38h9l5 15.5a5 5 0 0 1-4.8 6.5h-9.4a5 5 0 0 1-4.8-6.5z" fill="currentColor" />
    </svg>
  );
}
