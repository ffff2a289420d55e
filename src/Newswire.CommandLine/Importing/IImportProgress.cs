namespace Newswire.CommandLine.Importing;

/// <summary>Is told how an import goes.</summary>
internal interface IImportProgress
{
    /// <summary>So many items are passed over, since an earlier run is done with them.</summary>
    void GoesOnBehind(long items);

    /// <summary>The source is not what an earlier run read; it is taken from its beginning.</summary>
    void BeginsAnew();

    /// <summary>This has been done so far.</summary>
    void HasCome(ImportTally tally);

    /// <summary>This item was not accepted.</summary>
    void Refuses(ReportLine line);

    /// <summary>The batch is sent again after a wait.</summary>
    void Waits(string why, TimeSpan wait);
}
