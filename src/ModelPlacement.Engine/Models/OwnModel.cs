using System.Collections.Immutable;

namespace ModelPlacement.Engine.Models;

/// <summary>A string and where it stands in the file it was read from.</summary>
/// <param name="Text">The string.</param>
/// <param name="Line">Line, counted from 1; 0 where it stands in no file.</param>
/// <param name="Column">Column, counted from 1; 0 where it stands in no file.</param>
public sealed record PlacedText(string Text, int Line = 0, int Column = 0);

/// <summary>An organisation's own name for a model, as a policy file gives it under <c>models:</c>.</summary>
/// <param name="Id">The organisation's id, <c>acme/support-gpt</c>.</param>
/// <param name="BasedOn">Canonical id of the model it is judged as, or of another own model; null for a model of the organisation's own making.</param>
/// <param name="Match">Globs (<c>*</c>, <c>?</c>) over the raw strings that name it, in any dialect.</param>
public sealed record OwnModel(PlacedText Id, PlacedText? BasedOn, ImmutableArray<PlacedText> Match);

/// <summary>Something wrong with an own model.</summary>
/// <param name="Message">In words for a person, with "did you mean" where something is near.</param>
/// <param name="At">What is wrong: the very string of the model, not one that says the same.</param>
public sealed record OwnModelError(string Message, PlacedText At);

/// <summary>The families with the organisation's own models added, and what was wrong with those left out.</summary>
public sealed record OwnModelsResult(ModelFamilies Families, ImmutableArray<OwnModelError> Errors);
